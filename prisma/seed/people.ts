/** How to sign in as someone of the demo. */
export type DemoPerson = { readonly name: string; readonly email: string; readonly passphrase: string };

export const maren: DemoPerson = {
  name: "Maren",
  email: "maren@example.org",
  passphrase: "lantern harbour velvet tuesday",
};

export const jonas: DemoPerson = {
  name: "Jonas",
  email: "jonas@example.org",
  passphrase: "copper orchard winter ferry",
};
