01 R.
   05 A PIC Z(3)9.
