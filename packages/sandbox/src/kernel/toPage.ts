const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

const escapeHtml = (text: string) =>
  text.replace(/[&<>"]/g, character => escapes[character]);

/** A small page that stands for one of a real system: its name, a title, and a table. */
export function toPage(options: {
  system: string;
  title: string;
  rows: string[][];
}): string {
  const { system, title, rows } = options;
  const cells = (row: string[]) =>
    row.map(cell => `<td>${escapeHtml(cell)}</td>`).join('');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(title)} · ${escapeHtml(system)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem; }
td { padding: 0.2rem 1.5rem 0.2rem 0; vertical-align: top; }
</style>
<p>${escapeHtml(system)}, sandbox</p>
<h1>${escapeHtml(title)}</h1>
<table>${rows.map(row => `<tr>${cells(row)}</tr>`).join('')}</table>
</html>
`;
}
