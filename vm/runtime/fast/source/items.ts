import { loadAttribute, storeAttribute } from '../attributes.ts';
import { loadIndex, storeIndex } from '../items.ts';

instruction('LOAD_INDEX', () => {
  perform(loadIndex);
});

instruction('STORE_INDEX', () => {
  perform(storeIndex);
});

instruction('LOAD_ATTR', () => {
  perform(loadAttribute);
});

instruction('STORE_ATTR', () => {
  perform(storeAttribute);
});
