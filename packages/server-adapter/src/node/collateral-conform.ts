#!/usr/bin/env node
import { runConformCommand } from './conform-command.js';

process.exitCode = await runConformCommand(process.argv.slice(2), (text) => process.stdout.write(text));
