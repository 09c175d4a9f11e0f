import { makeDataDir, removeDataDir, startTidings } from '../../support/tidings.ts';
import { openShop, type SeedShop } from './shop.ts';

/** A shop on the product as `npm start` starts it, embedded database and all. */
export async function openSeedShop(): Promise<SeedShop> {
  const data_dir = await makeDataDir();
  return openShop(async (env) => {
    const tidings = await startTidings(data_dir, { env });
    const end = async () => {
      await tidings.end('SIGTERM');
      await removeDataDir(data_dir);
    };
    return { url: tidings.url, end };
  });
}
