/** A pair, or a habit, of fewer different people could tell who they are: it does not exist. */
export const buyers_min = 3;
/** Fewer common buyers than about this many are mistrusted: three of three are chance more often than a pattern. */
export const damping = 10;
/** How many companions of each listing are kept. More than are ever shown: some are sold out, some are owned. */
export const companions_max = 20;
/** Taste changes and so does stock: what was bought earlier says little about today. */
export const window_days = 365;
/** An order with more different things (a school's, a reseller's) says nothing of any two, and pairs grow squared. */
export const order_skus_max = 50;
/** Of the people who bought it, this share came back for it: it is used up, and not merely given twice. */
export const came_back_share_min = 0.2;

/**
 * How much two listings belong together: the cosine of their buyers, damped where few people say so.
 *
 *     score = both / sqrt(one * other)  *  both / (both + 10)
 *
 * People are counted, not orders or units: who orders a pair every week counts once. The cosine keeps bestsellers from
 * being bought together with everything (Deshpande and Karypis, "Item-based top-N recommendation algorithms", ACM TOIS
 * 22(1), 2004, section 4.1); the damping is that of Koren ("Factorization meets the neighborhood", KDD 2008, section 2.2),
 * with 10 in place of the 100 he used for the millions of ratings of Netflix.
 *
 * For a book with 40 buyers: of another with 90, 12 have both: 12/60 * 12/22 = 0.109. Of a bestseller with 900, 15 have
 * both: 15/190 * 15/25 = 0.047, so it comes after, although more people have it. Of a rare one with 3, all have both:
 * 3/11 * 3/13 = 0.063, so three people are worth less than twelve.
 *
 * @param counts different people who bought both in one order, who bought the one, who bought the other
 */
export function scoreOf({ both, one, other }: { both: number; one: number; other: number }): number {
  return (both / Math.sqrt(one * other)) * (both / (both + damping));
}
