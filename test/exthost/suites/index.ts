import './debugging.ts';
import './findings.ts';
import './language.ts';
import './reading.ts';
import './writing.ts';
