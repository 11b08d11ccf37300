export { DISCOUNT_RATE_SETTING, loadDiscountRate } from './discount-rate';
export * from './get-portfolio-reference';
export { loadStages, type StageRow, stageOf, stageView } from './stages';
export * from './yardsticks';
