const { join } = require('node:path')

/** Tells dependency-cruiser what the bundler's alias of the web app means. */
module.exports = { resolve: { alias: { '@': join(__dirname, '../../packages/web/src') } } }
