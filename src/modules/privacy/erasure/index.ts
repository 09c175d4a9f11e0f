export { eraseLateArrivals } from './late.ts';
export { erasure_limits } from './limits.ts';
export {
  askErasure,
  countErasures,
  type Erasure,
  erase_task,
  lookAgain,
  readErasure,
  readRunningErasure,
} from './store.ts';
export { type ErasureDeps, erasePeople } from './work.ts';
