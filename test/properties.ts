import fc from 'fast-check';

// Tests of a property try fewer cases on a slow machine, so that they stay far below the time limit of a test.
fc.configureGlobal({ interruptAfterTimeLimit: 4_000 });
