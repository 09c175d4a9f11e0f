/** A seller's offer of a product. */
export interface Listing {
  sku: string;
  seller: string;
  title: string;
  description: string | null;
  /** Minor units of `currency`. */
  price: number;
  currency: string;
  image_url: string | null;
  availability: 'in_stock' | 'preorder' | 'backorder' | 'out_of_stock';
  /** Calendar date from which a preorder or backorder leaves. */
  ships_after: string | null;
  /** Business days; null: the seller's. */
  handling_days: number | null;
}
