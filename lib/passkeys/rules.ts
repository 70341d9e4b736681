/** How somebody can say again who they are: whether a form has to ask, and whether a passkey may answer. */
export type Confirming = { readonly asks: boolean; readonly byPasskey: boolean };
