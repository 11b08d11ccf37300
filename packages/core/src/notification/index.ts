export * from './list-notifications';
export * from './mark-read';
export * from './notify-people';
