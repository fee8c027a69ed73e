import { trySeeds } from './many-seeds.test-support.ts';

trySeeds('workerd', 0, 2);
