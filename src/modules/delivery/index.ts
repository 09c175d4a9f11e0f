export * from './pickup-points.ts';
export * from './prices.ts';
