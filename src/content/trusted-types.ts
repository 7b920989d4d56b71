/**
 * The one Trusted Types policy of this code, for Lit's own templates and for what the sanitiser has passed.
 *
 * `undefined` where the browser has no Trusted Types, or the page's list of policies refuses ours: making it is guarded, since
 * an error here would end the whole module (https://www.w3.org/TR/trusted-types/).
 */
export const policy: TrustedTypePolicy | undefined = create();

function create(): TrustedTypePolicy | undefined {
  try {
    return globalThis.window?.trustedTypes?.createPolicy('returningai-store', {
      createHTML: (html: string) => html,
      // DOMPurify insists on this one; nothing that it lets through has a script's address.
      createScriptURL: () => '',
    }) as TrustedTypePolicy | undefined;
  } catch {
    return undefined;
  }
}
