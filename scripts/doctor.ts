/**
 * `npm run doctor [-- --online]`: looks at every prerequisite and setting, of this machine, the project and the office's deployments,
 * and says what is missing and the next command. Without the network unless asked. Exit: 0 nothing is missing, 1 something is, 2 not asked rightly.
 */
import { doctor } from './doctor/doctor.ts';
import { tell } from './outcome.ts';

tell(await doctor(process.argv.slice(2)));
