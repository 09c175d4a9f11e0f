/** Categories whose words are a list of goods and not one name. */
const LISTS: ReadonlySet<string> = new Set([
  'bed_bath_table',
  'cds_dvds_musicals',
  'computers_accessories',
  'consoles_games',
  'fashion_bags_accessories',
  'food_drink',
  'health_beauty',
  'industry_commerce',
  'sports_leisure',
  'watches_gifts',
]);

/** Olist has no product names. A category and the beginning of the id tell products apart: "Health & beauty (1e9e8ef0)". */
export function titleOf(product: string, category: string | null): string {
  const name = category === null ? 'Product' : readable(category);
  return `${name} (${product.slice(0, 8)})`;
}

function readable(category: string): string {
  const words = category.split('_').map((word) => (word === 'and' || word === 'e' ? '&' : word));
  const last = words.pop()!;
  const name = LISTS.has(category) ? `${words.join(', ')} & ${last}` : [...words, last].join(' ');
  return name.slice(0, 1).toUpperCase() + name.slice(1);
}
