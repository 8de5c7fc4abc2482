[sqrt("abc"), sqrt("16")]
