01 R.
   05 A COMP-1.
