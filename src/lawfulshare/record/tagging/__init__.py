"""Tags over ReportLab: the logical tree, the marking canvas, the tagged flowables."""
