export * from './add-kpi-sample';
export * from './create-kpi';
export * from './kpi-summaries';
export * from './kpi-view';
export * from './list-kpis';
export * from './require-kpi';
export * from './update-kpi';
