/** What a person reads, line by line: paragraphs, captions of plots and list items, with plain spaces. */
export function readLines(container: HTMLElement): string[] {
  return [...container.querySelectorAll<HTMLElement>('p, li, figcaption')]
    .filter(element => !element.closest('[aria-hidden="true"], nav'))
    .map(readText);
}

/** The words of an element as they are read one after the other. */
export function readText(element: HTMLElement): string {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const parts: string[] = [];
  while (walker.nextNode()) parts.push(walker.currentNode.textContent ?? '');
  return parts
    .join(' ')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .replace(/ \((ouvre un nouvel onglet|opens in a new tab)\)/g, ' ↗')
    .trim();
}
