import { trySeeds } from './many-seeds.test-support.ts';

trySeeds('node', 0, 2);
