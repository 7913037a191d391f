export const DEBUG_TYPE = 'bcasm';
