/** Reads how cells look, from the XML of a saved workbook's styles and of one sheet: by the specification, not by us. */
export function readCellLooks(styles: string, sheet: string) {
  const formats = /<cellXfs.*?<\/cellXfs>/s.exec(styles)?.[0].match(/<xf [^>]*>/g) ?? []
  const borders = styles.match(/<border .*?<\/border>/gs) ?? []
  const formatOf = (address: string) => {
    const style = new RegExp(`<c r="${address}" s="(\\d+)"`).exec(sheet)?.[1]
    return formats[Number(style)] ?? ''
  }

  return {
    /** The sides of a cell that have a line. */
    lines(address: string): string[] {
      const border = borders[Number(/borderId="(\d+)"/.exec(formatOf(address))?.[1])]
      return border?.match(/\w+(?= style)/g) ?? []
    },
    /** The code by which the number in a cell is written. */
    numberCode(address: string): string | undefined {
      const id = /numFmtId="(\d+)"/.exec(formatOf(address))?.[1] ?? ''
      return new RegExp(`numFmtId="${id}" formatCode="([^"]*)"`).exec(styles)?.[1]
    },
  }
}
