/** Output type of pictures that are not files: pixels as the frames of tiles have them. */
export const packedPixels = 'pixels'
