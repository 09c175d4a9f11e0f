/** What a reader sees of the HTML: no tags, entities read. */
export function seen(html: string): string {
  const entities: Record<string, string> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&#34;': '"',
    '&#39;': "'",
  };
  return html
    .replace(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]+>/g, ' ')
    .replace(/&(?:amp|lt|gt|#34|#39);/g, (entity) => entities[entity]!)
    .replace(/[\s\u00a0]+/g, ' ');
}
