import { type TestShop, Visitor } from '../support/shop.ts';
import { place } from '../support/stories.ts';

/** Guests of a shop, each with an order of their own. */
export function buyersOf(shop: () => TestShop) {
  /** The same buyer at another browser. */
  async function another(number: string): Promise<Visitor> {
    const buyer = new Visitor(shop().app);
    await buyer.post('/status', { number, email: 'buyer@example.com' });
    return buyer;
  }

  async function buyerOf(number: string): Promise<Visitor> {
    await shop().deps.ledger.execute(place({ number, customer: null }));
    return another(number);
  }

  return { buyerOf, another };
}
