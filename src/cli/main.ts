#!/usr/bin/env node
import { faultOf } from './exit-codes.ts';
import { printFault } from './print/fault.ts';
import { processIo } from './process-io.ts';
import { run } from './run.ts';

const io = processIo();

// What nothing has caught, such as a full disk behind standard output, must not show a stack trace either.
process.on('uncaughtException', (error) => {
  const fault = faultOf(error);
  printFault(fault, io);
  process.exit(fault.exit);
});

process.exitCode = await run(process.argv.slice(2), io);
