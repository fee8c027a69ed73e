import { trySeeds } from './many-seeds.test-support.ts';

trySeeds('node', 1, 2);
