import './debugging.ts';
import './language.ts';
