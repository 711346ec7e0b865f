<?xml version="1.0" encoding="UTF-8"?>
<sld:StyledLayerDescriptor xmlns="http://www.opengis.net/sld" xmlns:sld="http://www.opengis.net/sld" xmlns:ogc="http://www.opengis.net/ogc" version="1.0.0">
  <sld:NamedLayer>
    <sld:Name>depth</sld:Name>
    <sld:UserStyle>
      <sld:FeatureTypeStyle>
        <sld:Rule>
          <sld:RasterSymbolizer>
            <sld:Opacity>1.0</sld:Opacity>
            <sld:ChannelSelection><sld:GrayChannel><sld:SourceChannelName>2</sld:SourceChannelName></sld:GrayChannel></sld:ChannelSelection>
            <sld:OverlapBehavior><sld:LATEST_ON_TOP/></sld:OverlapBehavior>
            <sld:ColorMap type="intervals" extended="true">
              <sld:ColorMapEntry color="#FFFFFF" quantity="10" opacity="0" label="dry"/>
              <sld:ColorMapEntry color="#9ECAE1" quantity="30" label="[10, 30)"/>
              <sld:ColorMapEntry color="#08519C" quantity="1000" label="&gt;= 30"/>
            </sld:ColorMap>
            <sld:ContrastEnhancement><sld:GammaValue>0.8</sld:GammaValue></sld:ContrastEnhancement>
            <sld:ShadedRelief><sld:BrightnessOnly>true</sld:BrightnessOnly><sld:ReliefFactor>0</sld:ReliefFactor></sld:ShadedRelief>
          </sld:RasterSymbolizer>
        </sld:Rule>
      </sld:FeatureTypeStyle>
    </sld:UserStyle>
  </sld:NamedLayer>
</sld:StyledLayerDescriptor>
