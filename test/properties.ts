import fc from 'fast-check';

// Tests of a property try fewer cases on a slow machine, so that they stay far below the time limit of a test. Outside CI,
// they end sooner, so that `npm test` is short: each run tries other cases.
fc.configureGlobal({ interruptAfterTimeLimit: process.env['CI'] ? 4_000 : 500 });
