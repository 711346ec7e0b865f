/** 公共安全风险一张图: {@link riskmap.Main} is the only class that sees both the window and the command line. */
package riskmap;
