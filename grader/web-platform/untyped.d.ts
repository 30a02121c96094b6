// Packages that carry no types of their own.
declare module 'whatwg-url/webidl2js-wrapper.js' {
  type Interface = { install(scope: object, exposedTo: string[]): void };
  export const URL: Interface;
  export const URLSearchParams: Interface;
}
