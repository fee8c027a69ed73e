/** What can be taken along: the whole commune as one file, and where to put it back. */
import { ADMIN_WORDS } from '../words.ts';

export function FilesSection() {
  const words = ADMIN_WORDS.files;
  return (
    <section aria-labelledby="files">
      <h2 id="files">{words.title}</h2>
      <ul class="notes-list">
        <li>
          <a href="/api/backup" download>
            {words.backup}
          </a>
          . {words.backupWhat}
        </li>
        <li>{words.restoreWhat}</li>
      </ul>
    </section>
  );
}
