import { counted, readCatalogue, type InsightsSource } from '../insights/source.js';

/** Reads what the producers of the catalogue are called. An id nobody has a name for stands for itself. */
export async function nameProducers(source: InsightsSource): Promise<(id: string) => string> {
  const names = await readProducers(source);
  return (id) => names.get(id) ?? id;
}

/** Reads all producers of the catalogue, by id. */
export function readProducers(source: InsightsSource): Promise<ReadonlyMap<string, string>> {
  return counted(source, 'producers', async () => {
    const items = await readCatalogue(source);
    return new Map([...items.values()].flatMap(({ producer }) => (producer ? [[producer.id, producer.name]] : [])));
  });
}
