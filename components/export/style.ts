/** The whole look of the document: it asks for nothing from anywhere, and paper is always light. */
export const style = `
:root { color-scheme: light dark; --paper: #fdfefe; --text: #1d2b36; --muted: #566572; --line: #d3dce2; --accent: #1f4f6e; }
@media screen and (prefers-color-scheme: dark) {
  :root { --paper: #101b22; --text: #e4eaee; --muted: #a3b2bd; --line: #2f3f4a; --accent: #9cc6e0; }
}
* { box-sizing: border-box; margin: 0; }
html { background: var(--paper); color: var(--text); font: 1.0625rem/1.6 ui-sans-serif, system-ui, "Segoe UI", sans-serif; }
body { max-width: 40rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; }
h1, h2, h3, h4, .words { font-family: Literata, Charter, Georgia, "Times New Roman", serif; font-weight: 500; line-height: 1.3; }
h1 { font-size: 2rem; }
h2 { font-size: 1.5rem; margin-top: 4rem; padding-top: 1.25rem; border-top: 2px solid var(--accent); }
h3 { font-size: 1.125rem; margin-top: 2.25rem; padding-bottom: .35rem; border-bottom: 1px solid var(--line); }
h4 { font-size: 1.0625rem; }
.words { font-size: 1.0625rem; line-height: 1.6; font-weight: 400; white-space: pre-wrap; overflow-wrap: anywhere; margin-top: .4rem; }
.meta { color: var(--muted); font-size: .875rem; line-height: 1.5; }
.label { color: var(--muted); font-size: .875rem; margin-top: .4rem; }
.label + .words { margin-top: 0; }
.steps + .label { margin-top: 1rem; }
header .meta, h2 + .meta { margin-top: .5rem; }
article { padding: 1rem 0 .25rem; break-inside: avoid-page; }
article + article { margin-top: .5rem; }
.numbers { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; padding: 0; margin-top: .4rem; list-style: none; }
.numbers b { font-weight: 600; font-variant-numeric: tabular-nums; }
.plain { padding: 0; margin-top: .4rem; list-style: none; }
.plain > li { margin-top: .5rem; overflow-wrap: anywhere; }
dl { margin-top: 1rem; }
dt { margin-top: .75rem; }
dd { overflow-wrap: anywhere; }
.before, .steps { margin-top: .75rem; padding-inline-start: 1rem; border-inline-start: 2px solid var(--line); }
.steps { list-style: none; }
.steps > li + li { margin-top: .75rem; }
.month { margin-top: .5rem; font-size: .9375rem; font-variant-numeric: tabular-nums; }
.month b { font-weight: 600; }
@page { margin: 18mm 16mm; }
@media print {
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  h2 { break-before: page; margin-top: 0; border-top: 0; }
  h3, h4, .label { break-after: avoid-page; }
}
`;
