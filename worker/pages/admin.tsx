/** `GET /admin`: who may what, which workbook is whose, how papers are headed, what can be taken along. */
import type { HeadSetting } from '../../shared/service-wire.ts';
import type { Member } from '../../shared/wire.ts';
import { FilesSection } from './admin/files-section.tsx';
import { MembersSection } from './admin/members-section.tsx';
import { PaperSection } from './admin/paper-section.tsx';
import { WorkbooksSection } from './admin/workbooks-section.tsx';
import { Layout } from './layout.tsx';
import type { PageProps } from './props.ts';
import { ADMIN_WORDS } from './words.ts';

/** The parts of the page that have forms; their ids in the address. */
export type AdminSection = 'members' | 'workbooks' | 'paper';

/** A form that could not be carried out: where, why, and what had been typed. */
export interface AdminForm {
  readonly section: AdminSection;
  readonly problem: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface AdminProps extends PageProps {
  /** `seen`: the person has signed in once, and the invitation is theirs. */
  readonly members: readonly (Member & { readonly seen: boolean })[];
  readonly sheets: readonly { readonly unit: string; readonly sheet: string; readonly boundAt: string }[];
  readonly audiences: readonly { readonly audience: string; readonly unit: string }[];
  readonly head: HeadSetting;
  readonly form: AdminForm | null;
}

export function Admin(props: AdminProps) {
  const { plan, sample, me, form } = props;
  const formOf = (section: AdminSection) => (form?.section === section ? form : null);
  return (
    <Layout title={ADMIN_WORDS.title} commune={plan.resolution.commune} sample={sample} me={me} here="admin">
      <h1>{ADMIN_WORDS.title}</h1>
      <MembersSection {...props} form={formOf('members')} />
      <WorkbooksSection {...props} form={formOf('workbooks')} />
      <PaperSection head={props.head} form={formOf('paper')} />
      <FilesSection />
    </Layout>
  );
}
