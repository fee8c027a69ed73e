/** What is not chosen in a form stays out of the address that it leads to: what is sent to somebody should be short. */
export function tidyAddresses(): void {
  document.addEventListener('formdata', ({ target, formData }) => {
    if (!(target instanceof HTMLFormElement) || target.method !== 'get') return;
    for (const name of new Set(formData.keys())) if (formData.get(name) === '') formData.delete(name);
  });
}
