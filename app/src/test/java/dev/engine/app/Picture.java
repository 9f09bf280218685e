package dev.engine.app;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.imageio.ImageIO;

/** A picture of a page, small enough to be kept in a repository. */
final class Picture {

  /** What one byte for each point can tell apart. */
  private static final int COLORS = 256;

  private Picture() {}

  /** Writes a picture with 256 colours: of each, as few of the last bits as it takes are dropped. */
  static void write(byte[] png, Path file) throws IOException {
    BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
    int bits = 0;
    Map<Integer, Integer> colors = colors(full, bits);
    while (colors.size() > COLORS) {
      bits++;
      colors = colors(full, bits);
    }
    Files.createDirectories(file.getParent());
    ImageIO.write(indexed(full, bits, colors), "png", file.toFile());
  }

  /** The first colour of each that are alike without their last bits, in the order they are met. */
  private static Map<Integer, Integer> colors(BufferedImage full, int bits) {
    Map<Integer, Integer> colors = new LinkedHashMap<>();
    for (int y = 0; y < full.getHeight(); y++) {
      for (int x = 0; x < full.getWidth(); x++) {
        int color = full.getRGB(x, y);
        colors.putIfAbsent(rough(color, bits), color);
      }
    }
    return colors;
  }

  private static BufferedImage indexed(
      BufferedImage full, int bits, Map<Integer, Integer> colors) {
    int[] palette = colors.values().stream().mapToInt(Integer::intValue).toArray();
    Map<Integer, Integer> places = new LinkedHashMap<>();
    colors.keySet().forEach(color -> places.put(color, places.size()));
    BufferedImage small =
        new BufferedImage(
            full.getWidth(),
            full.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE));
    for (int y = 0; y < full.getHeight(); y++) {
      for (int x = 0; x < full.getWidth(); x++) {
        small.getRaster().setSample(x, y, 0, places.get(rough(full.getRGB(x, y), bits)));
      }
    }
    return small;
  }

  private static int rough(int color, int bits) {
    int kept = 0xff >> bits << bits;
    return color & (kept << 16 | kept << 8 | kept);
  }
}
