export { type DkimKey, openSigner, type Sign } from './sign.ts';
