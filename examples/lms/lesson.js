const samplesPerSecond = 8_000;
const seconds = 4;

/** Makes four seconds of a quiet tone as a WAV file: the lesson a learner listens to. */
export function lesson() {
  const samples = Buffer.alloc(samplesPerSecond * seconds);
  for (let index = 0; index < samples.length; index += 1) samples[index] = 128 + 4 * Math.sin(index / 6);
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20); // PCM
  head.writeUInt16LE(1, 22); // one channel
  head.writeUInt32LE(samplesPerSecond, 24);
  head.writeUInt32LE(samplesPerSecond, 28);
  head.writeUInt16LE(1, 32); // bytes in a frame
  head.writeUInt16LE(8, 34); // bits in a sample
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}
