import { frCards } from './frCards';
import { frFrame } from './frFrame';
import { frReasons } from './frReasons';
import { frScaffolder } from './frScaffolder';

/** The French of the plugin; the compiler compares its keys with the English. */
export default { ...frFrame, ...frCards, ...frReasons, ...frScaffolder };
