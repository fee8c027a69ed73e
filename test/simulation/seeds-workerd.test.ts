import { trySeeds } from './many-seeds.test-support.ts';

trySeeds('workerd');
