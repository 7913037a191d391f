export declare const q = 1;
