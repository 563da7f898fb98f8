// Kept to the syntax of old Node versions, so that they get as far as the one line which says what is wrong.
var oldest = [20, 19]
var version = process.versions.node.split('.').map(Number)

if (version[0] < oldest[0] || (version[0] === oldest[0] && version[1] < oldest[1])) {
  console.error(
    'Lectern needs Node ' +
      oldest.join('.') +
      ' or newer; this is Node ' +
      process.versions.node +
      '. Get a current one from https://nodejs.org',
  )
  process.exit(1)
} else {
  import('./lib/start.mjs').then(
    (module) => module.start(),
    (error) => {
      console.error(error)
      process.exit(1)
    },
  )
}
