/** The one limiter in use: the package as a whole loads those for every database, which takes 20 ms and 9 MB. */
declare module 'rate-limiter-flexible/lib/RateLimiterMemory.js' {
  export { RateLimiterMemory as default } from 'rate-limiter-flexible';
}
