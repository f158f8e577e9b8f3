package auralis.dsp.separate;
final class P { static double d(String n, double v) { return Double.parseDouble(System.getProperty(n, "" + v)); } }
