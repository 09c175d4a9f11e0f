export {
  findSuggestions,
  type Occasion,
  type Suggestion,
  suggestions_max,
  suggestions_wish,
} from './find.ts';
export { listingUrl, sku_place } from './listing-url.ts';
export { refreshRecommendations } from './refresh.ts';
export { buyers_min } from './score.ts';
export { isUntroubled, occasionOf, reasonIn } from './untroubled.ts';
