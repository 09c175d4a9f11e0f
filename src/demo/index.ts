export type { DemoOrder } from './order.ts';
export { demoPictures } from './pictures.ts';
export { type DemoDeps, seedDemo } from './seed.ts';
export { DEMO_PEOPLE, seedStaff } from './staff.ts';

/** What the shop of the demonstration is called, as long as nobody has named theirs. */
export const demo_shop_name = 'Harbour Books';
