export {
  findSuggestions,
  type Occasion,
  type Suggestion,
  suggestions_max,
  suggestions_wish,
} from './find.ts';
export { refreshRecommendations } from './refresh.ts';
export { isUntroubled, occasionOf, reasonIn } from './untroubled.ts';
