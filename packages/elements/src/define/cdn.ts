/**
 * The file for a `<script type="module">`: defines every element and hands out the SDK.
 *
 * @module
 */
import './all.js';

export { CollateralError, createClient, collateralScale, isCollateralError } from '@collateral/sdk';
export * from '../index.js';
