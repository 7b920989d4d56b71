import {BODY_FAULTS} from './body-faults.ts';
import {CONNECTION_FAULTS} from './connection-faults.ts';
import type {Fault} from './faulty-gateway.ts';
import {STATUS_FAULTS} from './status-faults.ts';

/** Every fault by its name. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  ...CONNECTION_FAULTS,
  ...BODY_FAULTS,
  ...STATUS_FAULTS,
  'no connection, ever': 'deaf',
};

/** Those that take a server and a browser a while: they are played by themselves, in real time. */
export const HEAVY = ['a gzip bomb', 'a gigabyte in chunks', 'a gigabyte that says so'];
